package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"sort"
)

func main() {
	fmt.Println(len(os.Args), "arguments, the last is", os.Args[len(os.Args)-1])
	_, set := os.LookupEnv("NONE")
	fmt.Println("GREETING="+os.Getenv("GREETING"), "NONE set:", set)
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		fmt.Println("stdin:", lines.Text())
	}

	type item struct {
		name  string
		count int
	}
	var items []item
	list, err := os.Open("/work/list.txt")
	check(err)
	for {
		var one item
		if _, err := fmt.Fscan(list, &one.name, &one.count); err == io.EOF {
			break
		}
		items = append(items, one)
	}
	check(list.Close())
	sort.Slice(items, func(a, b int) bool { return items[a].count < items[b].count })

	sorted, err := os.Create("/work/sorted.txt")
	check(err)
	for _, one := range items {
		fmt.Fprintf(sorted, "%-8s%4d\n", one.name, one.count)
	}
	position, err := sorted.Seek(-5, io.SeekEnd)
	fmt.Println("at", position, err)
	_, err = sorted.WriteAt([]byte("FIG"), 13)
	check(err)
	check(sorted.Truncate(30))
	check(sorted.Sync())
	check(sorted.Close())

	log, err := os.OpenFile("/work/list.txt", os.O_APPEND|os.O_WRONLY, 0)
	check(err)
	fmt.Fprintln(log, "appended 1")
	check(log.Close())
	check(os.Rename("/work/sorted.txt", "/work/done.txt"))
	_, err = os.Stat("/work/sorted.txt")
	fmt.Println("not there:", errors.Is(err, fs.ErrNotExist))
	_, err = os.OpenFile("/work/done.txt", os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	fmt.Println("there already:", errors.Is(err, fs.ErrExist), err)
	fmt.Println(os.Remove("/work/none.txt"))
	fmt.Fprintln(os.Stderr, "ends")
	os.Exit(3)
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
