"""The thing of the plan whose name stands beside a figure: one module for each way of naming it."""
