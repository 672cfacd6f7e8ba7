"""What in an article falls short of a newsroom's rules."""
