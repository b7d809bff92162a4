package org.cleanplate.fiji.studio.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.junit.jupiter.api.Test;

class StudioOptionsTest {

  @Test
  void startWithWhatANewcomerWants() {
    assertEquals(
        "source=walk.tif background=median alpha foreground",
        StudioOptions.INITIAL.parse("walk.tif").toMacro());
  }

  @Test
  void saysWhatTheControlsAndTheTextSay() {
    StudioOptions options =
        StudioOptions.INITIAL
            .with("scale", Optional.of("0.5"))
            .with("foreground", Optional.empty())
            .withAdvanced("mask_threshold=0.7 table");
    assertEquals(
        "source=[my walk.tif] background=median scale=0.5 alpha table mask_threshold=0.7",
        options.parse("my walk.tif").toMacro());
  }

  @Test
  void namesTheKeyThatIsMisspelt() {
    MattingException refused =
        assertThrows(
            MattingException.class,
            () -> StudioOptions.INITIAL.withAdvanced("treshold=0.9").parse("walk.tif"));
    assertTrue(refused.getMessage().contains("did you mean \"threshold\""), refused.getMessage());
  }

  @Test
  void refusesAKeyThatAControlHasAlready() {
    StudioOptions twice =
        StudioOptions.INITIAL.with("scale", Optional.of("0.5")).withAdvanced("scale=1");
    MattingException refused = assertThrows(MattingException.class, () -> twice.parse("walk.tif"));
    assertTrue(refused.getMessage().contains("\"scale\" is given twice"), refused.getMessage());
  }

  @Test
  void refusesARunThatMakesNothing() {
    StudioOptions none = new StudioOptions(Map.of("background", "median"), "");
    MattingException refused = assertThrows(MattingException.class, () -> none.parse("walk.tif"));
    assertTrue(refused.getMessage().contains("No result is chosen"), refused.getMessage());
    assertEquals(
        "source=walk.tif background=median table",
        none.withAdvanced("table").parse("walk.tif").toMacro());
  }

  @Test
  void comeBackFromARunWithEveryKeyInItsPlace() {
    MatteStackParameters parameters =
        MatteStackParameters.parse(
            "source=walk.tif background=[slice 3] scale=0.5 alpha table include_area=[my mask]");
    StudioOptions options =
        StudioOptions.of(parameters, Set.of("background", "scale", "alpha", "foreground"));
    assertEquals(Map.of("background", "slice 3", "scale", "0.5", "alpha", ""), options.keys());
    assertEquals("include_area=[my mask] table", options.advanced());
    assertEquals(parameters, options.parse("walk.tif"));
  }
}
