package org.cleanplate.imagej.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
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
    assertEquals(new FileExport("out", FileFormat.FFV1), parameters.export());
    assertEquals(Set.of(Output.ALPHA, Output.CUTOUT), parameters.outputs());
    assertEquals(StretchChoice.ofFrames(11, OptionalInt.of(20)), parameters.stretch());
  }

  @ParameterizedTest
  @CsvSource({
    "h264, H264",
    "mp4, H264",
    "mov, PRORES",
    "prores, PRORES",
    "mkv, FFV1",
    "webm, VP9",
    "h265, H265",
    "TIFF, TIFF"
  })
  void knowsKindsOfFileByNameAndByExtension(String word, FileFormat format) {
    assertEquals(
        format,
        MatteVideoParameters.parse("video=v background=median output=o preset=" + word)
            .export()
            .format());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "video=v.mp4 background=median output=o",
        "video=[a b] background=[frame 2] output=[o p] preset=tiff bits=16 first=3 frames=4"
            + " align=translation device=cpu model=m refinement=none scale=1 alpha",
        "video=v background=median output=o from=1.5 to=9 step=3 chunk=50",
        "video=v background=median output=o proxy=2",
        "video=v background=median output=o preset=vp9 quality=55 deinterlace audio=none",
        "video=v background=median output=o preset=ffv1 bits=16 audio=copy cutout",
        "video=v background=median output=o decoder=software encoder=hardware",
        "video=v background=median output=o preset=png decoder=hardware",
        "video=v.mp4 output=o background=[quantile 0.2] plate_frames=31 plate_range=[90 s]"
            + " plate_blend plate_exclude=nest.roi plate_exclude_frames=1-900 match=off",
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
        "folder=f background=[frame 2] output=[o p] preset=tiff bits=16 first=3 align=off"
            + " device=cpu black=1 white=9 refinement=none alpha regions",
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
        "video=v background=median output=o preset=avi | expected h264, h265, prores, ffv1, vp9,"
            + " png, tiff",
        "video=v background=median output=o first=0 | at least 1",
        "video=v background=median output=o audio=mp3 | expected copy, none",
        "video=v background=median output=o preset=png audio=none | no effect with pictures",
        "video=v background=median output=o decoder=gpu | expected auto, software, hardware",
        "video=v background=median output=o preset=ffv1 encoder=hardware | no effect with ffv1",
        "video=v background=median output=o preset=png encoder=software | no effect with png",
        "video=v background=median output=o quality=0 | at least 1",
        "video=v background=median output=o quality=101 | from 1 to 100",
        "video=v background=median output=o preset=prores quality=90 | is for h264, h265 and vp9",
        "video=v background=median output=o preset=vp9 bits=16 | 16 bits are for h265, prores",
        "video=v background=median output=o to=0 | expected",
        "video=v background=median output=o step=0 | at least 1",
        "video=v background=median output=o from=2 to=1 | an end after its start",
        "video=v background=median output=o to=2 frames=3 | no effect with to=",
        "video=v background=median output=o regions | Unknown key \"regions\"",
        "video=v background=p.png output=o plate_frames=9 | unless the background is estimated",
        "video=v background=median output=o plate_blend | without plate_range=",
      })
  void refusesVideoRunsThatMakeNoSense(String options, String reason) {
    assertRefuses(MatteVideoParameters::parse, options, reason);
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
    assertRefuses(EstimateBackgroundParameters::parse, options, reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "list",
        "import=[my weights.pth] name=mine",
        "download=resnet",
        "export=a.pth",
        "export=a.onnx scale=0.25"
      })
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
    assertRefuses(ModelsParameters::parse, options, reason);
  }

  private static void assertRefuses(Function<String, ?> parser, String options, String reason) {
    String message = assertThrows(MattingException.class, () -> parser.apply(options)).getMessage();
    assertTrue(message.contains(reason), message);
  }
}
