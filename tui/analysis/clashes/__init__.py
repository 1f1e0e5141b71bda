"""The slots in which two sentences contradict each other."""
