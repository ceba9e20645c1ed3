"""The statement to each recipient (udmelding): a page of its own, with the calculation as a tape for a calculator."""
