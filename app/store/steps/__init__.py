"""The steps of the schema, in their order; a shipped step is never changed."""
