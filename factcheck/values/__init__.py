"""Values: how text becomes a quantity, a time, a name or a quotation, and how two of them relate."""
