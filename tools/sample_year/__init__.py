"""What was written for the sample's year: a module a month, and one for each larger register."""
