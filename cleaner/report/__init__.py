"""Reports on documents: what was found out about them, and what was done to them."""
