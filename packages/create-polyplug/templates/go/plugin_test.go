package plugin

import "testing"

func TestShout(t *testing.T) {
	if got, err := shout("hello"); got != "HELLO" || err != nil {
		t.Errorf("shout gave %q and %v", got, err)
	}
}

func TestShoutRefusesAnEmptyText(t *testing.T) {
	if _, err := shout(""); err == nil {
		t.Error("shout took an empty text")
	}
}
