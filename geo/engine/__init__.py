"""Where work is done: here, on processes of this machine, or on a cluster. Results come in the order of the tasks."""
