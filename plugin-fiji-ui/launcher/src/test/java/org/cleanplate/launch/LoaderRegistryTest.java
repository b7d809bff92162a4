package org.cleanplate.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoaderRegistryTest {
  @Test
  void keepsOneLoaderForTheJvmAndRefusesAnotherVersion() throws IOException {
    assertEquals(Optional.empty(), new LoaderRegistry().find("1.0"));
    try (EngineLoader loader = new EngineLoader(new URL[0], getClass().getClassLoader(), "1.0")) {
      new LoaderRegistry().register(loader);
      assertSame(loader, new LoaderRegistry().find("1.0").orElseThrow());
      InstallationException e =
          assertThrows(InstallationException.class, () -> new LoaderRegistry().find("1.1"));
      assertTrue(e.getMessage().contains("1.0 is loaded, 1.1 is installed: restart"), e.toString());
    }
  }
}
