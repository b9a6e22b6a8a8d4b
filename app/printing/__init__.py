"""How it looks on paper: plain sheets in, an archivable PDF out. Nothing here queries anything."""
