// What any Swift program costs before it does something; the benchmark compares with it.
