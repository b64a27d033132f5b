package main

import (
	"encoding/json"
	"fmt"
	"strings"
)

// text is a list of records as a service would send them, some 20 kB of JSON.
var text = func() []byte {
	var records []string
	for id := range 200 {
		records = append(records, fmt.Sprintf(
			`{"id":%d,"name":"record \"%d\"","tags":["a","bc","déf"],"price":%d.25,"old":null,"new":true}`, id, id, id*7))
	}
	return []byte("[" + strings.Join(records, ",") + "]")
}()

// run parses the text so many times and gives how many records it found.
//
//go:wasmexport run
func run(rounds int32) int32 {
	found := int32(0)
	for range rounds {
		var records []map[string]any
		if err := json.Unmarshal(text, &records); err != nil {
			panic(err)
		}
		found += int32(len(records))
	}
	return found
}

func main() {}
