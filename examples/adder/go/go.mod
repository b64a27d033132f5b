module adder

go 1.25
