package org.cleanplate.samples.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.cleanplate.MattingException;
import org.junit.jupiter.api.Test;

class BenchmarkOptionsTest {

  @Test
  void readsModelsSizesRoundsAndFolders() {
    BenchmarkOptions options =
        BenchmarkOptions.parse(
            "--quick",
            "--models",
            "mobilenetv2",
            "--sizes",
            "640x480,64x32",
            "--rounds",
            "5",
            "--golden",
            "g");
    assertEquals(
        List.of("MobileNetV2 640x480", "MobileNetV2 64x32"),
        options.cases().stream().map(c -> c.model().title() + " " + c.size()).toList());
    assertEquals(5, options.rounds());
    assertEquals(Path.of("g"), options.golden());
  }

  @Test
  void measures4KAtTheExportsSettingsAndAtTheAuthors() {
    List<FrameCase> cases =
        BenchmarkOptions.parse("--models", "bundled", "--sizes", "3840x2160").cases();
    assertEquals(
        List.of("1/4, 80k", "1/8, 320k"), cases.stream().map(FrameCase::settings).toList());
  }

  @Test
  void namesWhatItDoesNotUnderstand() {
    assertTrue(messageOf("--fast").contains("--fast"));
    assertTrue(messageOf("--sizes", "640").contains("640"));
    assertTrue(messageOf("--models", "vgg").contains("vgg"));
    assertTrue(messageOf("--rounds", "0").contains("--rounds"));
    assertTrue(messageOf("--media").contains("--media"));
  }

  private static String messageOf(String... arguments) {
    return assertThrows(MattingException.class, () -> BenchmarkOptions.parse(arguments))
        .getMessage();
  }
}
