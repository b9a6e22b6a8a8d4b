"""What the paper manual is made of, as data."""
