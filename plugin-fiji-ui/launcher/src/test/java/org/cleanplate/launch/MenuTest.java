package org.cleanplate.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The menu that is installed against the menus of the modules that the commands are in. */
class MenuTest {
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^(Plugins>[^,]+, \"[^\"]{2,}\"), ([\\w.]+)(?:\\(\"([\\w.]+)\"\\))?$");
  private static final Path ROOT = Path.of(System.getProperty("cleanplate.root"));

  @Test
  void startsEveryCommandOfTheEngineAndNoOther() throws IOException {
    Map<String, String> expected = new TreeMap<>();
    for (String module : new String[] {"plugin-imagej", "plugin-fiji-ui"}) {
      Path menu = ROOT.resolve(module).resolve("src/main/resources/plugins.config");
      if (Files.exists(menu)) {
        Matcher line = COMMAND.matcher(Files.readString(menu));
        while (line.find()) {
          expected.put(line.group(1), line.group(2));
        }
      }
    }
    assertFalse(expected.isEmpty());

    Map<String, String> found = new TreeMap<>();
    Matcher line = COMMAND.matcher(Files.readString(Path.of("src/main/resources/plugins.config")));
    while (line.find()) {
      assertEquals(Run.class.getName(), line.group(2));
      found.put(line.group(1), line.group(3));
    }
    assertEquals(expected, found);
  }
}
