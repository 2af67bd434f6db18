"""Plants one defect at a time in clean reports, to see what is found of it and where."""
