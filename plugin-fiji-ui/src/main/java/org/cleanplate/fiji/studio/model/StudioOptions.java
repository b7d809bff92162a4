package org.cleanplate.fiji.studio.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.imagej.parameters.Output;

/**
 * The options as the window holds them: those of its controls by macro key, and those that a user
 * wrote as in a macro. They become parameters by way of the macro's own strict reader, so that what
 * the window can say and what a macro can say is one and the same.
 *
 * @param keys values by macro key, of a flag an empty text
 * @param advanced further options, as in a macro
 */
public record StudioOptions(Map<String, String> keys, String advanced) {
  private static final String SOURCE = "source";

  /** What a newcomer most likely wants: an estimated plate, alpha and foreground. */
  public static final StudioOptions INITIAL =
      new StudioOptions(Map.of("background", "median", "alpha", "", "foreground", ""), "");

  public StudioOptions {
    keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
  }

  /** The same with another value of a key; empty leaves it at its default. */
  public StudioOptions with(String key, Optional<String> value) {
    Map<String, String> changed = new LinkedHashMap<>(keys);
    changed.remove(key);
    value.ifPresent(text -> changed.put(key, text));
    return new StudioOptions(changed, advanced);
  }

  /** The same with other values of a control's keys, which it has all or none of. */
  public StudioOptions with(Set<String> owned, Map<String, String> values) {
    Map<String, String> changed = new LinkedHashMap<>(keys);
    changed.keySet().removeAll(owned);
    changed.putAll(values);
    return new StudioOptions(changed, advanced);
  }

  public StudioOptions withAdvanced(String text) {
    return new StudioOptions(keys, text);
  }

  /** The value of a key that a control has; empty if it is at its default. */
  public Optional<String> value(String key) {
    return Optional.ofNullable(keys.get(key));
  }

  /**
   * The parameters of a run.
   *
   * @param source the title or id of the source
   * @throws MattingException if an option is not understood, or nothing would be made
   */
  public MatteStackParameters parse(String source) {
    String line = MatteStackParameters.SYNTAX.line(with(SOURCE, Optional.of(source)).keys);
    MatteStackParameters parameters = MatteStackParameters.parse(line + " " + advanced);
    boolean named =
        MatteStackParameters.SYNTAX.parse(line + " " + advanced).byKey().keySet().stream()
            .anyMatch(StudioOptions::isResult);
    if (!named) {
      throw new MattingException("No result is chosen: tick at least one, such as Alpha");
    }
    return parameters;
  }

  private static boolean isResult(String key) {
    return Set.of("table", "rois", "overlay").contains(key)
        || Output.ALL.stream().anyMatch(output -> output.key().equals(key));
  }

  /**
   * The options of a run, for the controls to take up.
   *
   * @param controlled the keys that controls have; all else is written out
   */
  public static StudioOptions of(MatteStackParameters parameters, Set<String> controlled) {
    Map<String, String> own = new LinkedHashMap<>();
    Map<String, String> others = new LinkedHashMap<>();
    MatteStackParameters.SYNTAX
        .parse(parameters.toMacro())
        .byKey()
        .forEach((key, value) -> (controlled.contains(key) ? own : others).put(key, value));
    others.remove(SOURCE);
    return new StudioOptions(own, MatteStackParameters.SYNTAX.line(others));
  }
}
