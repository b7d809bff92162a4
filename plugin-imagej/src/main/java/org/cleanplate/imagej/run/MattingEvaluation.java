package org.cleanplate.imagej.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.cleanplate.MattingException;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.evaluation.AlphaPredictor;
import org.cleanplate.evaluation.CapturedFrames;
import org.cleanplate.evaluation.CleanedDifferenceKey;
import org.cleanplate.evaluation.EnginePredictor;
import org.cleanplate.evaluation.Evaluation;
import org.cleanplate.evaluation.EvaluationReport;
import org.cleanplate.evaluation.EvaluationSet;
import org.cleanplate.evaluation.FittedPredictor;
import org.cleanplate.evaluation.Summary;
import org.cleanplate.imagej.parameters.AlignmentChoice;
import org.cleanplate.imagej.parameters.BackgroundChoice;
import org.cleanplate.imagej.parameters.CompositeChoice;
import org.cleanplate.imagej.parameters.EvaluateMattingParameters;
import org.cleanplate.imagej.parameters.MatchChoice;
import org.cleanplate.imagej.parameters.MattingParameters;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.Refinement;

/** Measures a model on a data set. Needs no display. */
public final class MattingEvaluation {
  private final EngineProvider engines;
  private final Consumer<String> log;

  public MattingEvaluation(EngineProvider engines, Consumer<String> log) {
    this.engines = engines;
    this.log = log;
  }

  /**
   * Writes the results, and tells the Log the means and the files.
   *
   * @throws MattingException if the user has to mend something
   * @throws java.util.concurrent.CancellationException if cancelled; nothing is left behind
   */
  public EvaluationReport run(EvaluateMattingParameters parameters, RunMonitor monitor)
      throws IOException {
    try (EvaluationSet set = open(parameters)) {
      return run(set, parameters, monitor);
    }
  }

  private EvaluationReport run(
      EvaluationSet set, EvaluateMattingParameters parameters, RunMonitor monitor)
      throws IOException {
    MattingParameters matting = parameters.matting();
    log.accept("Cleanplate " + Version.current() + ": evaluating on " + set.description());
    try (OpenedEngine opened = engines.open(matting.model(), matting.compute());
        OutputFolder folder = new OutputFolder(parameters.output())) {
      MattingEngine engine = opened.engine();
      log.accept("Model " + engine.modelName() + " on " + engine.device());
      engine.fallback().ifPresent(why -> log.accept("Not on the device asked for: " + why));
      EvaluationReport report =
          new Evaluation(
                  set,
                  predictors(parameters, engine),
                  folder.path(),
                  parameters.images().orElse(Integer.MAX_VALUE),
                  parameters.sequences())
              .run(monitor, monitor.cancellation());
      report.summaries().forEach(summary -> log.accept(describe(summary)));
      report.files().forEach(file -> log.accept(file.toString()));
      return report;
    }
  }

  private static EvaluationSet open(EvaluateMattingParameters parameters) throws IOException {
    Optional<Path> backgrounds =
        parameters.composites().map(CompositeChoice::backgrounds).map(UserPath::of);
    EvaluationSet set =
        EvaluationSet.open(
            UserPath.of(parameters.data()), backgrounds, parameters.compositeOptions());
    if (set instanceof CapturedFrames && backgrounds.isPresent()) {
      set.close();
      throw new MattingException(
          "The data set "
              + parameters.data()
              + " has frames with backgrounds of their own, in src and bgr: leave backgrounds="
              + " out");
    }
    return set;
  }

  private static List<AlphaPredictor> predictors(
      EvaluateMattingParameters parameters, MattingEngine network) {
    MattingEngine engine = parameters.matting().detail().over(network);
    MattingOptions options = options(parameters.matting());
    List<AlphaPredictor> predictors = new ArrayList<>();
    predictors.add(new EnginePredictor(network.modelName(), engine, options));
    if (parameters.coarse()) {
      predictors.add(
          new EnginePredictor(
              network.modelName() + " coarse",
              engine,
              options.withRefinement(new Refinement.None())));
    }
    if (parameters.defaults()) {
      String name = network.modelName() + " defaults";
      predictors.add(asMatteStackDoes(network, name, MattingParameters.DEFAULT.refinement()));
    }
    if (parameters.defaults() && parameters.coarse()) {
      String name = network.modelName() + " coarse defaults";
      predictors.add(asMatteStackDoes(network, name, new Refinement.None()));
    }
    if (parameters.baseline()) {
      predictors.add(new CleanedDifferenceKey());
    }
    return predictors;
  }

  private static AlphaPredictor asMatteStackDoes(
      MattingEngine network, String name, Refinement refinement) {
    MattingParameters defaults = MattingParameters.DEFAULT;
    MattingEngine engine = defaults.detail().over(network);
    BackgroundChoice picture = new BackgroundChoice.Named("plate");
    return new FittedPredictor(
        name,
        new EnginePredictor(name, engine, options(defaults).withRefinement(refinement)),
        plate -> MatchChoice.AUTO.applyTo(AlignmentChoice.AUTO.applyTo(plate, picture), picture));
  }

  private static MattingOptions options(MattingParameters matting) {
    return matting.options(Levels.FULL_RANGE, Set.of(Layer.ALPHA_FLOAT));
  }

  private static String describe(Summary summary) {
    return String.format(
        Locale.ROOT,
        "%s: MAD %.2fe-3 (worst %.1fe-3), MSE %.2fe-3, SAD %.2f, Grad %.2f, Conn %.2f (thousands),"
            + " %d images, %.0f ms each",
        summary.predictor(),
        summary.meanAbsoluteDifference() * 1000,
        summary.worstAbsoluteDifference() * 1000,
        summary.squaredDifference() * 1000,
        summary.sad(),
        summary.grad() / 1000,
        summary.conn() / 1000,
        summary.images(),
        summary.millis());
  }
}
