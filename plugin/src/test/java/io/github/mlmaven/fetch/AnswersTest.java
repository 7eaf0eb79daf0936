package io.github.mlmaven.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.fetch.WebServer.Answer;
import io.github.mlmaven.spec.WebFile;
import io.github.mlmaven.text.Sha256;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Answers that are not the file. */
class AnswersTest extends Fetching {

    @Test
    void other_bytes_are_not_used_and_both_digests_are_told() {
        server.on("/houses.csv", Answer.of(200, "town,price\n"));

        assertRefused(
                wanted("/houses.csv?token=hidden"),
                server.address("/houses.csv")
                        + " has other bytes than model.yaml line 4 declares: the sha256 of what came is "
                        + Sha256.of("town,price\n") + ", and " + DIGEST + " is declared. The file was not used."
                        + " If these are the rows that you mean, write 'sha256: " + Sha256.of("town,price\n")
                        + "'; if you do not know why they are others, ask who publishes them.");
    }

    @Test
    void a_web_page_in_the_place_of_rows_is_called_one() {
        String page = "<!doctype html><p>Log in";
        server.on("/houses.csv", Answer.of(200, page).with("Content-Type", "text/html; charset=utf-8"));

        assertRefused(
                wanted("/houses.csv"),
                server.address("/houses.csv")
                        + " has other bytes than model.yaml line 4 declares: the sha256 of what came is "
                        + Sha256.of(page) + ", and " + DIGEST
                        + " is declared. The file was not used. It is a web page, most"
                        + " likely one that asks for a login or tells of an error. Open the address in a browser, and write the"
                        + " one of the file itself.");
    }

    @Test
    void a_file_that_is_not_there_is_asked_for_once() {
        server.on("/houses.csv", Answer.of(404, "no"));

        assertRefused(
                wanted("/houses.csv"),
                server.address("/houses.csv") + " was not brought: the server answers 404, there is no such file."
                        + " Correct the address in model.yaml line 4.");
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void a_login_that_is_asked_for_is_told_how_to_give() {
        server.on("/houses.csv", Answer.of(401, ""));

        assertRefused(
                wanted("/houses.csv"),
                server.address("/houses.csv")
                        + " was not brought: the server answers 401, which asks for a login. Write"
                        + " 'server:' beside the address in model.yaml line 4, with the id of a <server> of settings.xml that"
                        + " has the login.");
    }

    @Test
    void a_login_that_is_refused_is_told_by_its_id_alone() {
        server.on("/houses.csv", Answer.of(403, ""));
        Wanted file = new Wanted(
                new WebFile(server.address("/houses.csv"), Optional.of(DIGEST), Optional.of("houses-server")),
                "model.yaml line 4");

        assertRefused(
                file,
                new Access(Map.of("Authorization", Access.basic("ann", "hunter2")), address -> Optional.empty()),
                server.address("/houses.csv")
                        + " was not brought: the server answers 403, which refuses the login of the"
                        + " server 'houses-server'. Correct that <server> of settings.xml, or ask for the right to read the"
                        + " file.");
        assertThat(server.asked()).containsExactly("/houses.csv Basic YW5uOmh1bnRlcjI=");
    }

    @Test
    void a_server_that_is_down_for_a_moment_is_asked_again() {
        server.on("/houses.csv", Answer.of(503, "down"), Answer.of(200, ROWS));

        assertThat(cache.fetch(wanted("/houses.csv"), Access.direct(), log)).hasContent(ROWS);
        assertThat(told)
                .contains(
                        server.address("/houses.csv") + " was not brought: the server answers 503, an error of its own."
                                + " Attempt 2 of 3 follows.");
    }

    @Test
    void a_server_that_stays_down_is_given_up() {
        server.on("/houses.csv", Answer.of(503, "down"));

        assertRefused(
                wanted("/houses.csv"),
                server.address("/houses.csv")
                        + " was not brought: the server answers 503, an error of its own. It was tried 3"
                        + " times. Try again later, or ask who runs the server.");
        assertThat(server.asked()).hasSize(3);
    }

    @Test
    void a_file_that_is_not_for_everybody_is_told() {
        server.on("/houses.csv", Answer.of(403, ""));

        assertRefused(
                wanted("/houses.csv"),
                server.address("/houses.csv")
                        + " was not brought: the server answers 403, the file is not for everybody."
                        + " Write 'server:' beside the address in model.yaml line 4, with the id of a <server> of settings.xml"
                        + " that has the login.");
    }

    @Test
    void an_answer_that_is_no_file_is_told() {
        server.on("/houses.csv", Answer.of(204, ""));

        assertRefused(
                wanted("/houses.csv"),
                server.address("/houses.csv")
                        + " was not brought: the server answers 204, which is no file. Correct the"
                        + " address in model.yaml line 4.");
    }

    @Test
    void an_access_does_not_show_what_is_secret() {
        assertThat(new Access(Map.of("Authorization", "Bearer secret"), address -> Optional.empty()))
                .hasToString("Access[Authorization]");
    }
}
