package org.cleanplate.imagej.extension;

import static org.cleanplate.imagej.extension.ExtParameter.number;
import static org.cleanplate.imagej.extension.ExtParameter.numberOutput;
import static org.cleanplate.imagej.extension.ExtParameter.text;
import static org.cleanplate.imagej.extension.ExtParameter.textOutput;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cleanplate.MattingException;
import org.cleanplate.NearestName;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.imagej.parameters.EstimateBackgroundParameters;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.imagej.parameters.MatteVideoParameters;
import org.cleanplate.imagej.run.DeviceCheck;
import org.cleanplate.imagej.run.EngineCloser;
import org.cleanplate.imagej.run.EngineHolder;
import org.cleanplate.imagej.run.EngineProvider;
import org.cleanplate.imagej.run.RunLog;
import org.cleanplate.imagej.run.Version;

/** The table of functions. Those of one table share the model that is open. */
public final class ExtFunctions {
  private final List<ExtFunction> functions;
  private final Consumer<String> log;

  /**
   * @param engines opens models and keeps them
   * @param closer frees one of them
   * @param log takes one line
   */
  public ExtFunctions(EngineProvider engines, EngineCloser closer, Consumer<String> log) {
    this.log = log;
    this.functions = table(new ExtSession(engines, closer, new RunLog(log)));
  }

  /** All functions, in the order of the reference. */
  public List<ExtFunction> list() {
    return functions;
  }

  /** The function of that name, with or without its prefix. */
  public Optional<ExtFunction> find(String name) {
    return functions.stream().filter(f -> bare(f.name()).equals(bare(name))).findFirst();
  }

  private static String bare(String name) {
    return name.strip().replaceFirst("^(Ext\\.)?" + ExtFunction.PREFIX, "");
  }

  private List<ExtFunction> table(ExtSession session) {
    return Stream.of(computing(session), telling(session), others(session))
        .flatMap(List::stream)
        .toList();
  }

  /** What opens a model and computes with it. */
  private static List<ExtFunction> computing(ExtSession session) {
    return List.of(
        function(
            "open",
            "opens a model; it is loaded once and used by the calls that follow",
            (arguments, monitor) -> session.open(arguments.text("model"), arguments.text("device")),
            text("model", "a name shown by Models... or the path of a file; \"\": the bundled one"),
            text(
                "device",
                "auto, cpu, cuda:N, tensorrt:N, or the last two with required; \"\": auto")),
        function(
            "matte",
            "mattes an image; afterwards the alpha is the current image",
            (arguments, monitor) ->
                session.matte(
                    arguments.required("source"),
                    arguments.required("background"),
                    arguments.text("options"),
                    monitor),
            text("source", "title, id or path of the image"),
            text("background", "as background= of " + MatteStackParameters.COMMAND),
            text("options", "other keys of " + MatteStackParameters.COMMAND + ", or \"\"")),
        function(
            "matteVideo",
            "mattes a video or a folder of pictures into files",
            (arguments, monitor) ->
                session.matteVideo(
                    arguments.required("video"),
                    arguments.required("background"),
                    arguments.required("folder"),
                    arguments.text("options"),
                    monitor),
            text("video", "path of the video or of the folder of pictures"),
            text("background", "as background= of " + MatteVideoParameters.COMMAND),
            text("folder", "where to write the results"),
            text("options", "other keys of " + MatteVideoParameters.COMMAND + ", or \"\"")),
        function(
            "estimateBackground",
            "estimates the scene without its subject; afterwards it is the current image",
            (arguments, monitor) ->
                session.estimateBackground(
                    arguments.required("source"), arguments.text("options"), monitor),
            text("source", "title, id or path of an image, or path of a video"),
            text(
                "options", "other keys of " + EstimateBackgroundParameters.COMMAND + ", or \"\"")));
  }

  /** What tells of the open model, of what was matted last, and of the installation. */
  private static List<ExtFunction> telling(ExtSession session) {
    return List.of(
        function(
            "device",
            "tells the device that the open model computes on",
            (arguments, monitor) ->
                arguments.set("device", session.askEngine(MattingEngine::device)),
            textOutput("device", "in words: CPU (8 threads)")),
        function(
            "fallback",
            "tells why the open model is not on the device that was asked for",
            (arguments, monitor) ->
                arguments.set("reason", session.askEngine(engine -> engine.fallback().orElse(""))),
            textOutput("reason", "empty if it is")),
        function(
            "frames",
            "tells how many frames, or slices, the last call has matted",
            (arguments, monitor) -> arguments.set("count", session.coverages().size()),
            numberOutput("count", "at least 1")),
        function(
            "coverage",
            "tells how much of the picture the subject covers, over all frames matted last",
            (arguments, monitor) -> arguments.set("share", mean(session.coverages())),
            numberOutput("share", "the mean of alpha, 0 to 1")),
        function(
            "frameCoverage",
            "tells how much of one frame the subject covers",
            (arguments, monitor) -> {
              List<Double> coverages = session.coverages();
              int frame = arguments.wholeNumber("frame", 1, coverages.size());
              arguments.set("share", coverages.get(frame - 1));
            },
            number("frame", "of those that were matted last, from 1"),
            numberOutput("share", "the mean of alpha, 0 to 1")),
        function(
            "models",
            "tells which models there are",
            (arguments, monitor) ->
                arguments.set("names", String.join("\n", EngineHolder.modelNames())),
            textOutput("names", "one a line, to be taken apart with split(names, \"\\n\")")),
        function(
            "gpuCheck",
            "tells what computes, and what CUDA lacks on this machine",
            (arguments, monitor) -> arguments.set("report", DeviceCheck.run().text()),
            textOutput("report", "lines as GPU Check writes them; the first names the device")),
        function(
            "version",
            "tells the version of Cleanplate",
            (arguments, monitor) -> arguments.set("version", Version.current()),
            textOutput("version", "as 0.1.0")));
  }

  private List<ExtFunction> others(ExtSession session) {
    return List.of(
        function(
            "close",
            "frees the open model; its memory is given back at once",
            (arguments, monitor) -> session.close()),
        function(
            "help",
            "prints how a function is called",
            (arguments, monitor) -> help(arguments.text("name")),
            text("name", "of the function; \"\": all of them")));
  }

  private static ExtFunction function(
      String name, String help, ExtFunction.Body body, ExtParameter... parameters) {
    return new ExtFunction(ExtFunction.PREFIX + name, List.of(parameters), help, body);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  private void help(String name) {
    if (name.isBlank()) {
      functions.forEach(function -> log.accept(function.describe()));
      return;
    }
    log.accept(find(name).orElseThrow(() -> unknown(name)).describe());
  }

  private MattingException unknown(String name) {
    List<String> names = functions.stream().map(f -> bare(f.name())).toList();
    return new MattingException(
        "There is no function \""
            + name
            + "\", did you mean \""
            + NearestName.of(bare(name), names)
            + "\"?");
  }
}
