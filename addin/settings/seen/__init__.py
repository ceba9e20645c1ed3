"""Cells as their owner sees them: what a value alone does not say is read, told, asked about or refused."""
