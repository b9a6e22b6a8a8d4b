"""Widgets shared by views and forms; `ui.views` lists them."""
