package org.cleanplate.imagej.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.cleanplate.MattingException;
import org.cleanplate.engine.Device;
import org.cleanplate.engine.PrecisionChoice;
import org.cleanplate.imagej.mask.KeyFrames;
import org.cleanplate.matte.MaskOptions;
import org.cleanplate.network.graph.Refinement;
import org.cleanplate.plate.estimate.Quantile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MatteStackParametersTest {

  @Test
  void fillsInTheDefaults() {
    MatteStackParameters parameters = MatteStackParameters.parse("background=plate.tif");
    assertEquals(Optional.empty(), parameters.source());
    assertEquals(new BackgroundChoice.Named("plate.tif"), parameters.background());
    assertEquals("cleanplate-slim", parameters.matting().model());
    assertEquals(new Device.Auto(), parameters.matting().compute().device());
    assertEquals(new Refinement.Sampling(80_000), parameters.matting().refinement());
    assertEquals(OptionalDouble.empty(), parameters.matting().scale());
    assertEquals(AlignmentChoice.AUTO, parameters.align());
    assertEquals(PlateOptions.DEFAULT, parameters.plate());
    assertEquals(LevelsChoice.DISPLAY_RANGE, parameters.levels());
    assertEquals(Set.of(Output.ALPHA, Output.FOREGROUND), parameters.outputs());
    assertEquals(32, parameters.alphaDepth());
    assertEquals(Optional.empty(), parameters.save());
  }

  @Test
  void readsEveryKey() {
    MatteStackParameters parameters =
        MatteStackParameters.parse(
            "source=walk.tif background=[slice 3] align=affine match=field model=big device=[cuda:1"
                + " required] precision=fp32 refinement=thresholding threshold=0.2 scale=0.25 detail=network contrast=off"
                + " backdrop=#102030 black=100 white=4000 composite error regions cutout"
                + " alpha_depth=16 channels=each time=z temporal=2 include_area=roi"
                + " exclude_area=fence.zip interpolate table rois mask_threshold=0.25 min_area=40"
                + " unmix=on overlay=outline overlay_copy");
    assertEquals(
        new MatteStackParameters(
            Optional.of("walk.tif"),
            new BackgroundChoice.Numbered(3),
            AlignmentChoice.AFFINE,
            new PlateOptions(MatchChoice.FIELD, EstimateChoice.DEFAULT),
            new MattingParameters(
                "big",
                new ComputeChoice(new Device.Cuda(1, true), PrecisionChoice.FP32),
                new Refinement.Thresholding(0.2),
                OptionalDouble.of(0.25),
                DetailChoice.NETWORK,
                ContrastChoice.OFF,
                new BackdropChoice.Colour(0x102030)),
            new LevelsChoice(OptionalDouble.of(100), OptionalDouble.of(4000)),
            EnumSet.of(Output.COMPOSITE, Output.ERROR, Output.REGIONS, Output.CUTOUT),
            16,
            new AxesChoice(AxesChoice.Channels.EACH, AxesChoice.Time.Z),
            new EditsChoice(2, Optional.of("roi"), Optional.of("fence.zip"), KeyFrames.MOVED),
            new FindingsChoice(true, true, new MaskOptions(0.25, 40)),
            UnmixChoice.ON,
            new OverlayChoice(Optional.of(OverlayChoice.Style.OUTLINE), true),
            Optional.empty()),
        parameters);
  }

  static Stream<MatteStackParameters> runs() {
    MattingParameters matting =
        new MattingParameters(
            "my model",
            new ComputeChoice(new Device.TensorRt(0, false), PrecisionChoice.FP16),
            new Refinement.Sampling(20_000),
            OptionalDouble.of(0.125),
            DetailChoice.NETWORK,
            ContrastChoice.OFF,
            new BackdropChoice.Named("beach at dusk.tif"));
    MattingParameters thresholding =
        new MattingParameters(
            "cleanplate-slim",
            ComputeChoice.on(new Device.Cpu()),
            new Refinement.Thresholding(0.1),
            OptionalDouble.empty(),
            DetailChoice.PLATE,
            ContrastChoice.AUTO,
            BackdropChoice.DEFAULT);
    FileExport export =
        new FileExport("out put", FileFormat.TIFF, OptionalInt.of(16), OptionalInt.empty(), false);
    return Stream.of(
        MatteStackParameters.parse("background=median"),
        new MatteStackParameters(
            Optional.of("a b.tif"),
            new BackgroundChoice.Named("it's [1].png"),
            AlignmentChoice.OFF,
            new PlateOptions(MatchChoice.OFF, EstimateChoice.DEFAULT),
            matting,
            new LevelsChoice(OptionalDouble.of(-0.5), OptionalDouble.of(1e-3)),
            Output.ALL,
            8,
            AxesChoice.AUTO,
            new EditsChoice(1, Optional.empty(), Optional.of("my mask.tif"), KeyFrames.ALONE),
            new FindingsChoice(false, true, new MaskOptions(1, 1)),
            UnmixChoice.OFF,
            new OverlayChoice(Optional.of(OverlayChoice.Style.ALPHA), false),
            Optional.empty()),
        new MatteStackParameters(
            Optional.empty(),
            new BackgroundChoice.Estimated(Quantile.MEDIAN),
            AlignmentChoice.AUTO,
            PlateOptions.DEFAULT,
            MattingParameters.DEFAULT,
            LevelsChoice.DISPLAY_RANGE,
            Set.of(),
            16,
            new AxesChoice(AxesChoice.Channels.COLOUR, AxesChoice.Time.T),
            EditsChoice.NONE,
            new FindingsChoice(true, false, MaskOptions.DEFAULT),
            UnmixChoice.ON,
            OverlayChoice.NONE,
            Optional.of(
                new FileExport(
                    "stacks", FileFormat.STACK, OptionalInt.empty(), OptionalInt.empty(), true))),
        new MatteStackParameters(
            Optional.of("-3"),
            new BackgroundChoice.Numbered(12),
            AlignmentChoice.AUTO,
            new PlateOptions(MatchChoice.AUTO, EstimateChoice.DEFAULT),
            thresholding,
            LevelsChoice.DISPLAY_RANGE,
            Set.of(Output.CUTOUT),
            32,
            AxesChoice.AUTO,
            EditsChoice.NONE,
            FindingsChoice.NONE,
            UnmixChoice.AUTO,
            OverlayChoice.NONE,
            Optional.of(export)));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void readsBackWhatItRecords(MatteStackParameters run) {
    assertEquals(run, MatteStackParameters.parse(run.toMacro()), run.toMacro());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alpha | \"background\" is missing",
        "background=b treshold=0.9 | did you mean \"threshold\"",
        "background=b pixels=many | \"pixels\" is \"many\"",
        "background=b threshold=0.5 | without refinement=thresholding",
        "background=b refinement=full pixels=5 | with refinement=full",
        "background=b refinement=best | expected sampling, thresholding, full, none",
        "background=b refinement=thresholding threshold=2 | from 0.0 to 1.0",
        "background=b scale=2 | \"scale\" is \"2\"",
        "background=b scale=0 | \"scale\" is \"0\"",
        "background=b device=gpu | Device is \"gpu\"",
        "background=b align=warp | expected auto, off, translation, affine, homography",
        "background=b backdrop=#green | Backdrop is \"#green\"",
        "background=b channels=rgb | expected auto, colour, each",
        "background=b temporal=9 | expected 0 (off) to 8",
        "background=b interpolate | \"interpolate\" has no effect without include_area= or",
        "background=b slice_only | \"slice_only\" has no effect without include_area= or",
        "background=b include_area=roi interpolate slice_only | no effect with slice_only",
        "background=b mask_threshold=0 | over 0 and up to 1",
        "background=b min_area=0 | at least 1",
        "background=b overlay_copy | without overlay=",
        "background=b save=out overlay=alpha | with save=",
        "background=b save=out labels | not to png files",
        "background=b save=out open | without format=stack",
        "background=b save=out format=stack bits=16 | with format=stack",
        "background=b save=out unmix=on | to other files than stacks",
        "background=b alpha_depth=12 | 32 or 16 or 8",
        "background=b black=5 white=5 | white above black",
        "background=b format=png | without save=",
        "background=b bits=16 | without save=",
        "background=b save=out alpha_depth=8 | where bits= holds",
        "background=b save=out error | not to png files",
        "background=b save=out format=mp4 bits=16 | are for h265, prores, ffv1, png and tiff",
        "background=b save=out quality=50 | which has none to choose",
        "background=b quality=50 | without save=",
        "background=[slice 0] | counted from 1",
      })
  void refusesWhatMakesNoSense(String options, String reason) {
    String message =
        assertThrows(MattingException.class, () -> MatteStackParameters.parse(options))
            .getMessage();
    assertTrue(message.contains(reason), message);
  }
}
