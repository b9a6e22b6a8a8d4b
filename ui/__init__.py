"""The window; Qt is imported only under this package."""
