"""Export: an analysis in other forms."""
