package wit_test

import (
	"errors"
	"fmt"
	"testing"

	wit "github.com/polyplug/polyplug/sdk-go"
)

func TestResultCarriesEitherSide(t *testing.T) {
	ok, failed := wit.Ok[int, string](7), wit.Err[int]("no")
	if !ok.IsOk() || ok.IsErr() || ok.Ok() != 7 || ok.Tag() != wit.ResultOk {
		t.Errorf("Ok(7) is %+v", ok)
	}
	if failed.IsOk() || !failed.IsErr() || failed.Err() != "no" || failed.Tag() != wit.ResultErr {
		t.Errorf("Err(no) is %+v", failed)
	}
}

func TestResultCarriesTheErrorOfAnotherOnUnchanged(t *testing.T) {
	value, err := wit.Err[string]("from the host").Get()
	if got := wit.From(value, fmt.Errorf("wrapped: %w", err)); got.Err() != "from the host" {
		t.Errorf("got %q", got.Err())
	}
	if got := wit.From("", errors.New("my own")); got.Err() != "my own" {
		t.Errorf("got %q", got.Err())
	}
}

func TestTheWrongSidePanics(t *testing.T) {
	for want, ask := range map[string]func(){
		"wit: Ok of a result that failed: no":    func() { wit.Err[int]("no").Ok() },
		"wit: Err of a result that went well":    func() { wit.Ok[int, string](7).Err() },
		"wit: Some of an option without a value": func() { wit.None[int]().Some() },
	} {
		func() {
			defer func() {
				if got := recover(); got != want {
					t.Errorf("panicked with %v, not %s", got, want)
				}
			}()
			ask()
		}()
	}
}

func TestOptionIsNoneAtFirst(t *testing.T) {
	var option wit.Option[string]
	if option.IsSome() || !option.IsNone() || option.Tag() != wit.OptionNone {
		t.Errorf("the zero option is %+v", option)
	}
	if some := wit.Some(""); some.IsNone() || some.Tag() != wit.OptionSome || some.Some() != "" {
		t.Errorf("Some of the empty text is %+v", some)
	}
}
