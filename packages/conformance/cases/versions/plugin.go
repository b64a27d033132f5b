package plugin

import (
	"fmt"
	"strings"

	greet0_1 "example.com/plugin/bindings/export_test_greeter_0_1_0_greet"
	greet0_2 "example.com/plugin/bindings/export_test_greeter_0_2_3_greet"
	now1 "example.com/plugin/bindings/test_clock_1_2_0_now"
	now2 "example.com/plugin/bindings/test_clock_2_0_0_now"
)

type older struct{}

type newer struct{}

func init() {
	greet0_1.Export(older{})
	greet0_2.Export(newer{})
}

func (older) Hello(name string) string {
	return fmt.Sprintf("hello %s at %d", name, now1.Hours())
}

func (newer) Hello(names []string) string {
	return fmt.Sprintf("hello %s at %s", strings.Join(names, " and "), now2.Hours())
}
