package org.cleanplate.engine.gpu;

import java.nio.file.Path;
import java.util.Optional;

/** Finds shared libraries by their file names. */
public interface LibraryLookup {

  /** Where a program of this system finds the library by its name. */
  Optional<Path> find(String fileName);

  /** Where the library lies although no program finds it there by its name. */
  Optional<Path> findElsewhere(String fileName);
}
