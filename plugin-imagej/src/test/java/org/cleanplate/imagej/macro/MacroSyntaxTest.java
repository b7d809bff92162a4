package org.cleanplate.imagej.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.cleanplate.MattingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MacroSyntaxTest {
  private static final MacroSyntax SYNTAX =
      new MacroSyntax(
          "Test...",
          List.of(
              new MacroKey("background", "title", "the plate"),
              new MacroKey("threshold", "number", "when to refine"),
              new MacroKey("pixels", "number", "how many"),
              MacroKey.flag("alpha", "the alpha")));

  @Test
  void readsValuesFlagsAndQuotes() {
    MacroOptions options =
        SYNTAX.parse("background=[my [1] plate.tif]  alpha threshold=0.25 pixels='7' ");
    assertEquals(Optional.of("my [1] plate.tif"), options.text("background"));
    assertTrue(options.has("alpha"));
    assertEquals(OptionalDouble.of(0.25), options.number("threshold"));
    assertEquals(OptionalInt.of(7), options.integer("pixels", 0));
  }

  @Test
  void leavesOutWhatIsNotGiven() {
    MacroOptions options = SYNTAX.parse("");
    assertFalse(options.has("alpha"));
    assertEquals(OptionalDouble.empty(), options.number("threshold"));
  }

  @Test
  void namesTheNearestKeyAndAllOthersForAnUnknownOne() {
    String message = refusal("background=x treshold=0.9");
    assertTrue(message.contains("Unknown key \"treshold\""), message);
    assertTrue(message.contains("did you mean \"threshold\""), message);
    assertTrue(message.contains("background, threshold, pixels, alpha"), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alpha alpha | given twice",
        "pixels=1 pixels=1 | given twice",
        "alpha=true | stands alone",
        "pixels | has no value",
        "pixels= alpha | has no value",
        "background=[] | has no value",
        "background=[open | no closing ]",
        "background='open | no closing",
        "background=[a]alpha | no space after",
        "Alpha | Unknown key",
        "=5 | Unknown key",
      })
  void refusesWhatItDoesNotUnderstand(String options, String reason) {
    String message = refusal(options);
    assertTrue(message.contains(reason), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0,5", "NaN", "Infinity", "much"})
  void refusesWhatIsNoFiniteNumber(String text) {
    MacroOptions options = SYNTAX.parse("threshold=" + text);
    String message =
        assertThrows(MattingException.class, () -> options.number("threshold")).getMessage();
    assertTrue(message.contains("\"threshold\" is \"" + text + "\""), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "-1", "99999999999", "x"})
  void refusesWhatIsNoWholeNumberInRange(String text) {
    MacroOptions options = SYNTAX.parse("pixels=" + text);
    String message =
        assertThrows(MattingException.class, () -> options.integer("pixels", 0)).getMessage();
    assertTrue(message.contains("expected a whole number of at least 0"), message);
  }

  @Test
  void saysHowAMissingKeyIsWritten() {
    MacroOptions options = SYNTAX.parse("");
    String message =
        assertThrows(MattingException.class, () -> options.required("background")).getMessage();
    assertTrue(message.contains("write background=title"), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "with space",
        "stack [1].tif",
        "[bracketed]",
        "lone ] bracket",
        "it's",
        "'quoted'",
        "#00B140",
        "a=b",
        "C:/data/my plates/p.png"
      })
  void readsBackEveryValueThatItWrites(String value) {
    String line = new MacroLine().add("background", value).flag("alpha", true).toString();
    MacroOptions options = SYNTAX.parse(line);
    assertEquals(Optional.of(value), options.text("background"));
    assertTrue(options.has("alpha"));
  }

  @Test
  void refusesToWriteWhatCannotBeReadBack() {
    MacroLine line = new MacroLine();
    assertThrows(MattingException.class, () -> line.add("background", "it's a lone ]"));
  }

  @Test
  void helpsWithEveryKey() {
    String help = SYNTAX.help();
    for (MacroKey key : SYNTAX.keys()) {
      assertTrue(help.contains(key.usage()) && help.contains(key.help()), help);
    }
  }

  private static String refusal(String options) {
    return assertThrows(MattingException.class, () -> SYNTAX.parse(options)).getMessage();
  }
}
