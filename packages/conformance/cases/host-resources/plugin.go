package plugin

import (
	guest "example.com/plugin/bindings/export_test_host_resources_guest"
	journals "example.com/plugin/bindings/test_host_resources_journals"
)

type plugin struct{}

func init() { guest.Export(plugin{}) }

func (plugin) WriteAll(title string, lines []string) ([]string, string) {
	journal := journals.MakeJournal(title)
	for _, line := range lines {
		journal.Write(line)
	}
	return journals.Read(journal), journals.Close(journal)
}

func (plugin) Forget(title string) { journals.Open(title).Drop() }

func (plugin) Lend(of *journals.Journal, line string) uint32 {
	return of.Write(of.Title() + ": " + line)
}

func (plugin) Pass(of *journals.Journal) *journals.Journal { return of }
func (plugin) Make(title string) *journals.Journal         { return journals.Open(title) }
func (plugin) Opened() uint32                              { return journals.JournalOpened() }
