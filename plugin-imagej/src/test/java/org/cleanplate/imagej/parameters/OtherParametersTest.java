package org.cleanplate.imagej.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import java.util.Set;
import org.cleanplate.MattingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherParametersTest {

  @Test
  void readsAVideoRun() {
    MatteVideoParameters parameters =
        MatteVideoParameters.parse(
            "video=[my walk.mp4] background=[frame 9] output=out preset=mkv first=11 frames=20"
                + " alpha cutout");
    assertEquals("my walk.mp4", parameters.video());
    assertEquals(new BackgroundChoice.Numbered(9), parameters.background());
    assertEquals(new FileExport("out", FileFormat.MKV, 8), parameters.export());
    assertEquals(Set.of(Output.ALPHA, Output.CUTOUT), parameters.outputs());
    assertEquals(11, parameters.first());
    assertEquals(OptionalInt.of(20), parameters.frames());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "video=v.mp4 background=median output=o",
        "video=[a b] background=[frame 2] output=[o p] preset=tiff bits=16 first=3 frames=4 align=translation"
            + " device=cpu model=m refinement=none scale=1 alpha",
        "video=v.mp4 output=o background=[quantile 0.2] plate_frames=31 plate_range=[90 s] plate_blend"
            + " plate_exclude=nest.roi plate_exclude_frames=1-900 match=off",
        "video=v.mp4 output=o background=minimum",
      })
  void readsBackTheVideoRunsThatItRecords(String options) {
    MatteVideoParameters run = MatteVideoParameters.parse(options);
    assertEquals(run, MatteVideoParameters.parse(run.toMacro()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "folder=[my films] include=*.mov background={name}-plate.png output=o",
        "manifest=list.csv again tolerant",
        "folder=f background=[frame 2] output=[o p] preset=tiff bits=16 first=3 align=off device=cpu"
            + " black=1 white=9 refinement=none alpha regions",
      })
  void readsBackTheBatchesThatItRecords(String options) {
    BatchMatteParameters run = BatchMatteParameters.parse(options);
    assertEquals(run, BatchMatteParameters.parse(run.toMacro()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "background=median output=o | \"video\" is missing",
        "video=v output=o | \"background\" is missing",
        "video=v background=median | \"output\" is missing",
        "video=v background=median output=o preset=avi | expected mp4, mov, mkv, webm, png, tiff",
        "video=v background=median output=o first=0 | at least 1",
        "video=v background=median output=o regions | Unknown key \"regions\"",
        "video=v background=p.png output=o plate_frames=9 | unless the background is estimated",
        "video=v background=median output=o plate_blend | without plate_range=",
      })
  void refusesVideoRunsThatMakeNoSense(String options, String reason) {
    String message =
        assertThrows(MattingException.class, () -> MatteVideoParameters.parse(options))
            .getMessage();
    assertTrue(message.contains(reason), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "source=[a b] frames=9",
        "video=[my v.mp4] method=median",
        "method=[quantile 0.25] range=[60.5 s] exclude=[my nest.zip] exclude_frames=20-300 ghosts",
        "method=maximum range=500 exclude=roi"
      })
  void readsBackTheEstimatesThatItRecords(String options) {
    EstimateBackgroundParameters run = EstimateBackgroundParameters.parse(options);
    assertEquals(run, EstimateBackgroundParameters.parse(run.toMacro()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "source=a video=b | choose one",
        "method=mean | expected median",
        "frames=2 | at least 3",
        "method=[quantile 2] | a number from 0 to 1",
        "range=soon | expected frames such as 500",
        "range=0 | expected frames such as 500",
        "exclude_frames=1-3 | without exclude=",
        "exclude=roi exclude_frames=9-3 | two numbers from 1, rising",
      })
  void refusesEstimatesThatMakeNoSense(String options, String reason) {
    String message =
        assertThrows(MattingException.class, () -> EstimateBackgroundParameters.parse(options))
            .getMessage();
    assertTrue(message.contains(reason), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "list", "import=[my weights.pth] name=mine", "download=resnet"})
  void readsBackWhatIsDoneToModels(String options) {
    ModelsParameters run = ModelsParameters.parse(options);
    assertEquals(run, ModelsParameters.parse(run.toMacro()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "list download=x | run the command twice",
        "name=x | without import=",
        "import= | has no value",
      })
  void refusesTwoThingsDoneToModels(String options, String reason) {
    String message =
        assertThrows(MattingException.class, () -> ModelsParameters.parse(options)).getMessage();
    assertTrue(message.contains(reason), message);
  }
}
