// The floor: what any content script costs.
