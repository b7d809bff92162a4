package org.cleanplate.fiji.live;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.cleanplate.testing.DisplayedJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window of <em>Matte Live...</em>, its keys, and how it ends. */
class LiveWindowTest {
  @TempDir private Path folder;

  @Test
  void showsRecordsAndObeysItsKeys() throws Exception {
    String pictures =
        System.getProperty("cleanplate.screenshots", folder.resolve("seen").toString());
    String said =
        DisplayedJvm.run(LiveDrive.class, folder.resolve("recordings").toString(), pictures);
    assertTrue(said.contains("Driven to the end"), said);
  }
}
