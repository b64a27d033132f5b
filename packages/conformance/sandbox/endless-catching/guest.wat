(module
  (func (export "run")
    (loop $more
      (try (do (loop $again (br $again))) (catch_all))
      (br $more))))
