"""What must hold: pure functions over records; each names the rule it comes from."""
