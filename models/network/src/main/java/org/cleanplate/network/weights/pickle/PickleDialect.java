package org.cleanplate.network.weights.pickle;

import java.util.List;
import org.cleanplate.MattingException;

/**
 * What one kind of file may name in its pickle, and what comes of it. Values handed in are those
 * that {@link PickleMachine#load} lists.
 */
public interface PickleDialect {

  /** Whether files of this kind have a use for a class or function of this name. */
  boolean accepts(String className);

  /**
   * The value of calling an accepted class or function.
   *
   * @throws MattingException if the arguments are not what this kind of file holds
   */
  Object call(String className, List<?> arguments);

  /**
   * Gives a value its state.
   *
   * @throws MattingException if the value takes no state, or not this one
   */
  void build(Object target, Object state);

  /**
   * The value that lies outside the pickle under an id.
   *
   * @throws MattingException if files of this kind have none
   */
  Object persistent(Object id);
}
