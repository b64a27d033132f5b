package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

func tell(what string, err error) { fmt.Println(what+":", err) }

func main() {
	tell("mkdir", os.Mkdir("/work/new", 0o777))
	tell("mkdir again", os.Mkdir("/work/new", 0o777))
	tell("mkdir all", os.MkdirAll("/work/new/a/b/c", 0o777))
	tell("remove full", os.Remove("/work/old"))
	tell("rename into itself", os.Rename("/work/old", "/work/old/nested/old"))
	tell("rename", os.Rename("/work/old", "/work/new/moved"))
	tell("symlink", os.Symlink("new/moved", "/work/link"))
	target, err := os.Readlink("/work/link")
	fmt.Println(target, err)
	for index := range 300 {
		tellIf(os.WriteFile(fmt.Sprintf("/work/new/a/file-with-a-longer-name-%03d", index), []byte("x"), 0o666))
	}
	entries, err := os.ReadDir("/work/new/a")
	fmt.Println(len(entries), entries[0].Name(), entries[300].Name(), err)
	tell("remove all", os.RemoveAll("/work/new/a"))
	tell("walk", filepath.WalkDir("/work", func(path string, entry fs.DirEntry, err error) error {
		fmt.Println(path, entry.IsDir(), entry.Type()&fs.ModeSymlink != 0, err)
		return nil
	}))
	content, err := os.ReadFile("/work/link/four.txt")
	fmt.Println(string(content), err)
	info, err := os.Stat("/work/link")
	fmt.Println(info.IsDir(), err)
	info, err = os.Lstat("/work/link")
	fmt.Println(info.Mode()&fs.ModeSymlink != 0, info.Size(), err)
	_, err = os.ReadDir("/work/empty.txt")
	tell("read a file as a directory", err)
	_, err = os.OpenFile("/work/new", os.O_RDWR, 0)
	tell("write to a directory", err)
}

func tellIf(err error) {
	if err != nil {
		fmt.Println(err)
	}
}
