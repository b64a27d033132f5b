package shout

import (
	"testing"

	"example.com/shout/bindings/acme_text_log"
)

func TestShoutsAndTellsTheHost(t *testing.T) {
	var lines []string
	acme_text_log.HostStub.Write = func(line string) { lines = append(lines, line) }

	if got := (plugin{}).Transform("2 hey"); got.Ok() != "HEY HEY" {
		t.Errorf("got %q", got.Ok())
	}
	if want := `level=INFO msg="Go is asked to shout" bytes=5`; len(lines) != 1 || lines[0] != want {
		t.Errorf("the host was told %q, not %q", lines, want)
	}
}

func TestRefusesWhatItCannotShout(t *testing.T) {
	for text, want := range map[string]string{
		"":      "there is nothing to shout",
		"x hey": `how often is "X"? strconv.Atoi: parsing "X": invalid syntax`,
	} {
		if _, err := shout(text); err == nil || err.Error() != want {
			t.Errorf("shout(%q) refused with %v, not %s", text, err, want)
		}
	}
}
