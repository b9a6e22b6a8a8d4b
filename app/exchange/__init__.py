"""What comes in and goes out: records documents, workbooks, pictures."""
