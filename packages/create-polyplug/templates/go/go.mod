module example.com/my-plugin

go 1.25

// npm packages may have files in Go.
ignore node_modules
