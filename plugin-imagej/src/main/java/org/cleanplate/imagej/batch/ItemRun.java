package org.cleanplate.imagej.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.parameters.FileExport;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.imagej.parameters.MatteVideoParameters;
import org.cleanplate.imagej.parameters.MattingParameters;
import org.cleanplate.imagej.provenance.RunRequest;
import org.cleanplate.imagej.run.EngineProvider;
import org.cleanplate.imagej.run.RunLog;
import org.cleanplate.imagej.run.RunMonitor;
import org.cleanplate.imagej.run.StackMatting;
import org.cleanplate.imagej.run.VideoMatting;

/** What a batch does with one file: the run that its command would make of the same options. */
sealed interface ItemRun {

  /** The file or folder that is matted. */
  Path source();

  /** Model and device. */
  MattingParameters matting();

  /** The folder that the results are written to. */
  String folder();

  /** What the results will be the answer to. */
  RunRequest request() throws IOException;

  /**
   * Mattes the file.
   *
   * @throws MattingException if the user has to mend something
   * @throws java.util.concurrent.CancellationException if cancelled; nothing is left behind
   */
  void run(EngineProvider engines, RunLog log, RunMonitor monitor) throws IOException;

  /** A video or a folder of pictures. */
  record OfVideo(Path source, MatteVideoParameters parameters) implements ItemRun {
    @Override
    public MattingParameters matting() {
      return parameters.matting();
    }

    @Override
    public String folder() {
      return parameters.export().folder();
    }

    @Override
    public RunRequest request() throws IOException {
      return RunRequest.of(MatteVideoParameters.SYNTAX, parameters.toMacro(), Optional.of(source));
    }

    @Override
    public void run(EngineProvider engines, RunLog log, RunMonitor monitor) throws IOException {
      new VideoMatting(engines, log).run(parameters, monitor);
    }
  }

  /** An image that ImageJ opens. */
  record OfStack(Path source, MatteStackParameters parameters) implements ItemRun {
    @Override
    public MattingParameters matting() {
      return parameters.matting();
    }

    @Override
    public String folder() {
      return parameters
          .save()
          .map(FileExport::folder)
          .orElseThrow(
              () -> new MattingException("\"output\" is missing, where to write the results"));
    }

    @Override
    public RunRequest request() throws IOException {
      return RunRequest.of(MatteStackParameters.SYNTAX, parameters.toMacro(), Optional.of(source));
    }

    @Override
    public void run(EngineProvider engines, RunLog log, RunMonitor monitor) throws IOException {
      new StackMatting(engines, log).run(parameters, monitor);
    }
  }
}
