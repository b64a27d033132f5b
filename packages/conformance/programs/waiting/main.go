package main

import (
	"context"
	"fmt"
	"os"
	"slices"
	"sync"
	"time"
)

func main() {
	start := time.Now()
	var group sync.WaitGroup
	results := make(chan int, 10)
	for worker := range 10 {
		group.Add(1)
		go func() {
			defer group.Done()
			time.Sleep(time.Duration(10-worker) * 3 * time.Millisecond)
			results <- worker
		}()
	}
	group.Wait()
	close(results)
	var order []int
	for worker := range results {
		order = append(order, worker)
	}
	// Those that woke late on a slow machine come in another order.
	slices.Sort(order)
	fmt.Println(order, time.Since(start) >= 29*time.Millisecond)

	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Millisecond)
	defer cancel()
	select {
	case <-ctx.Done():
		fmt.Println(ctx.Err())
	case <-time.After(time.Second):
		fmt.Println("too late")
	}
	ticker := time.NewTicker(2 * time.Millisecond)
	for range 3 {
		<-ticker.C
	}
	ticker.Stop()
	fmt.Println(time.Now().Year() > 2020, os.WriteFile("/work/done", nil, 0o666))
}
