"""What a run says on a screen, as plain data: before it asks and writes, and after. No layout, and no host."""
