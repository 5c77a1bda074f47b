package org.laurel.journey;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Posts bodies to an address, each in its turn. */
final class Load {
    private final URI address;
    private final String script;

    Load(URI address, String contentType, List<String> bodies) throws IOException {
        this.address = address;
        this.script = script(contentType, bodies);
    }

    private static String script(String contentType, List<String> bodies) throws IOException {
        String name = "post-" + Integer.toHexString(bodies.hashCode());
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < bodies.size(); i++) {
            Path body = DistrictBatch.folder().resolve(name + "-" + i);
            Files.writeString(body, bodies.get(i));
            names.append('"').append(body).append("\",");
        }
        return Wrk.script(
                name,
                "local requests, turn = {}, 0\nfunction init()\n  for i, name in ipairs({" + names
                        + "}) do\n    local file = io.open(name, 'rb')\n"
                        + "    requests[i] = wrk.format('POST', nil, {['Content-Type'] = '" + contentType
                        + "'}, file:read('*a'))\n    file:close()\n  end\nend\n"
                        + "function request()\n  turn = turn % #requests + 1\n  return requests[turn]\nend\n");
    }

    /** Keeps so many connections busy. */
    Wrk.Measured with(int connections, int seconds) throws IOException, InterruptedException {
        return Wrk.run(address, connections, seconds, "-s", script);
    }
}
