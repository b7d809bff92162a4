package org.cleanplate.samples.benchmark;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cleanplate.network.graph.GraphStage;

/**
 * Milliseconds of a frame by stage, from the runtime's own profile: by the wall clock, the least of
 * several runs for each node. A node belongs to the stage that its name starts with; one that the
 * runtime has put in, to the stage of the node before it.
 *
 * @param millis of each stage
 */
record StageProfile(Map<GraphStage, Double> millis) {
  private static final int RUNS = 8;
  private static final String KERNEL = "_kernel_time";
  private static final Pattern STAGE =
      Pattern.compile("/?(input|backbone|aspp|decoder|refiner|output)/.*");

  /** Opens a session on a model with these settings. */
  @FunctionalInterface
  interface Opener {
    OrtSession open(OrtSession.SessionOptions options) throws OrtException;
  }

  /** Profiles a model on one thread. */
  static StageProfile of(Opener model, Map<String, OnnxTensor> inputs, Set<String> outputs)
      throws IOException, OrtException {
    Path folder = Files.createTempDirectory("profile");
    Path file;
    try (OrtSession.SessionOptions options = RuntimeOptions.oneThread()) {
      options.enableProfiling(folder.resolve("frame").toString());
      try (OrtSession session = model.open(options)) {
        for (int i = 0; i < RUNS; i++) {
          session.run(inputs, outputs).close();
        }
        file = Path.of(session.endProfiling());
      }
    }
    try (JsonParser events = new JsonFactory().createParser(file.toFile())) {
      return read(events);
    } finally {
      Files.delete(file);
      Files.delete(folder);
    }
  }

  /** Reads the events in their order: the nodes of a run, then the run. */
  static StageProfile read(JsonParser events) throws IOException {
    List<Node> least = List.of();
    List<Node> run = new ArrayList<>();
    GraphStage stage = GraphStage.INPUT;
    events.nextToken();
    while (events.nextToken() == JsonToken.START_OBJECT) {
      Event event = Event.read(events);
      if (event.name.equals("model_run")) {
        least = leastOf(least, run);
        run = new ArrayList<>();
        stage = GraphStage.INPUT;
      } else if (event.isKernel()) {
        stage = event.stage(stage);
        run.add(new Node(stage, event.micros));
      }
    }
    Map<GraphStage, Double> millis = new EnumMap<>(GraphStage.class);
    least.forEach(node -> millis.merge(node.stage, node.micros / 1e3, Double::sum));
    return new StageProfile(millis);
  }

  /** Node by node, as the runs are alike; the first run to be compared with none is taken whole. */
  private static List<Node> leastOf(List<Node> before, List<Node> run) {
    if (before.size() != run.size()) {
      return run;
    }
    return IntStream.range(0, run.size())
        .mapToObj(i -> run.get(i).micros < before.get(i).micros ? run.get(i) : before.get(i))
        .toList();
  }

  private record Node(GraphStage stage, long micros) {}

  /** Of one stage; 0 if the graph has none. */
  double millis(GraphStage stage) {
    return millis.getOrDefault(stage, 0.0);
  }

  double total() {
    return millis.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private record Event(String name, String operator, long micros) {

    /** Reads an object from behind its brace to its end. */
    static Event read(JsonParser json) throws IOException {
      String name = "";
      String operator = "";
      long micros = 0;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        switch (field) {
          case "name" -> name = json.getText();
          case "dur" -> micros = json.getLongValue();
          case "args" -> operator = operatorOf(json);
          default -> json.skipChildren();
        }
      }
      return new Event(name, operator, micros);
    }

    private static String operatorOf(JsonParser json) throws IOException {
      String operator = "";
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = json.currentName().equals("op_name");
        json.nextToken();
        if (wanted) {
          operator = json.getText();
        } else {
          json.skipChildren();
        }
      }
      return operator;
    }

    /** A conditional's time is that of the nodes within it. */
    boolean isKernel() {
      return name.endsWith(KERNEL) && !operator.equals("If");
    }

    GraphStage stage(GraphStage before) {
      Matcher named = STAGE.matcher(name);
      return named.matches() ? GraphStage.valueOf(named.group(1).toUpperCase(Locale.ROOT)) : before;
    }
  }
}
