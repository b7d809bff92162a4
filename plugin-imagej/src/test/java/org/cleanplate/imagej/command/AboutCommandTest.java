package org.cleanplate.imagej.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.cleanplate.imagej.macro.MacroSyntax;
import org.junit.jupiter.api.Test;

class AboutCommandTest {

  @Test
  void namesVersionLicenceCitationAndMacroKeys() {
    try (MacroRunner macro = new MacroRunner()) {
      assertTrue(macro.run(new AboutCommand(), ""));
      String log = macro.log();
      assertTrue(log.contains("ImageJ 1.54p"), log);
      assertTrue(
          log.matches("(?s).*ONNX Runtime 1\\.\\d+.*\\RFFmpeg \\d.*\\ROpenCV \\d.*\\Rlibtorch.*"),
          log);
      assertTrue(log.contains("Mattes are computed on: "), log);
      assertTrue(log.contains("Licence: MIT"), log);
      assertTrue(log.contains("Ext.Cleanplate_open(model, device)"), log);
      assertTrue(
          log.contains("background=title|path|median|minimum|maximum|[quantile Q]|[slice N]"), log);
      assertTrue(log.contains("@inproceedings{lin2021real"), log);
    }
  }

  @Test
  void knowsEveryCommandOfTheMenu() throws IOException {
    List<String> known = MenuCommands.syntaxes().stream().map(MacroSyntax::command).toList();
    String menu = Files.readString(Path.of("src/main/resources/plugins.config"));
    List<String> commands =
        Pattern.compile("(?m)^Plugins>[^,]*, \"([^\"]{2,})\"")
            .matcher(menu)
            .results()
            .map(match -> match.group(1))
            .toList();
    assertEquals(commands, known);
  }
}
