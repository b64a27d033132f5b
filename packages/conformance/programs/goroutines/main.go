package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"sync"
	"sync/atomic"
)

func squares(numbers <-chan int, results chan<- int, done func()) {
	defer done()
	for number := range numbers {
		runtime.Gosched()
		results <- number * number
	}
}

func recovered(fail func()) (err error) {
	defer func() { err, _ = recover().(error) }()
	fail()
	return nil
}

func main() {
	numbers, results := make(chan int), make(chan int, 4)
	var workers sync.WaitGroup
	for range 4 {
		workers.Add(1)
		go squares(numbers, results, workers.Done)
	}
	go func() {
		for number := range 100 {
			numbers <- number
		}
		close(numbers)
		workers.Wait()
		close(results)
	}()
	sum := 0
	for result := range results {
		sum += result
	}
	fmt.Println("sum of squares:", sum, "processors:", runtime.NumCPU())

	var mutex sync.Mutex
	var once sync.Once
	var count atomic.Int64
	var group sync.WaitGroup
	names := map[int]string{}
	for index := range 20 {
		group.Go(func() {
			once.Do(func() { fmt.Println("once") })
			count.Add(int64(index))
			mutex.Lock()
			defer mutex.Unlock()
			names[index%10] += "x"
		})
	}
	group.Wait()
	fmt.Println(count.Load(), len(names), names[3])

	fmt.Println(recovered(func() { panic(errors.New("in good order")) }))
	fmt.Fprintln(os.Stderr, "ends while others wait")
	for range 3 {
		go func() { <-make(chan int) }()
	}
	os.Exit(4)
}
