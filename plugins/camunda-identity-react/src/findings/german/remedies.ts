/** What the findings say is to be done, by the English text of the catalogue, in German. */
export const germanRemedies: Readonly<Record<string, string>> = {
  'Use https.': 'Nutzen Sie https.',
  'Use the address that people and containers reach.':
    'Nutzen Sie die Adresse, die Menschen und Container erreichen.',
  'Remove the double slash, or fill in what is missing.':
    'Entfernen Sie den doppelten Schrägstrich, oder setzen Sie ein, was fehlt.',
  'Compare with the member issuer of the provider’s discovery document.':
    'Vergleichen Sie mit der Angabe issuer im Discovery-Dokument des Providers.',
  'Replace it with the value of your provider.':
    'Ersetzen Sie ihn durch den Wert Ihres Providers.',
  'Register an application for each component.':
    'Registrieren Sie für jede Komponente eine Anwendung.',
  'Give each component an audience of its own.':
    'Geben Sie jeder Komponente eine eigene Audience.',
  'Add a secret reference: the Kubernetes Secret or environment variable in which Camunda finds it.':
    'Geben Sie an, wo Camunda das Secret findet: das Kubernetes-Secret oder die Umgebungsvariable.',
  'Create a new secret at the provider and enter its date.':
    'Erzeugen Sie beim Provider ein neues Secret, und tragen Sie dessen Datum ein.',
  'Leave the audience out, which then is that of the component, or enter one that the component accepts.':
    'Lassen Sie die Audience weg, dann gilt die der Komponente, oder tragen Sie eine ein, die die Komponente annimmt.',
  'Enter the audience that the provider puts into tokens.':
    'Tragen Sie die Audience ein, die der Provider in Tokens schreibt.',
  'Leave the audience out; it defaults to the client ID.':
    'Lassen Sie die Audience weg; dann gilt die Client-ID.',
  'Write <client ID>/.default.': 'Schreiben Sie <Client-ID>/.default.',
  'Enter the object ID of the first administrator, or name another claim.':
    'Tragen Sie die Objekt-ID der ersten Administratorin oder des ersten Administrators ein, oder nennen Sie einen anderen Claim.',
  'Enter the object ID of the first administrator’s user.':
    'Tragen Sie die Objekt-ID der Person ein, die zuerst verwalten soll.',
  'Choose another cloud for the record, or ask an administrator to add this one to camundaIdentity.microsoft.clouds.':
    'Wählen Sie eine andere Cloud, oder bitten Sie die Administration, diese in camundaIdentity.microsoft.clouds aufzunehmen.',
  'If the database is still there, record the claim that it has as set; if it was recreated, record that with a reset of the initial claim.':
    'Gibt es die Datenbank noch, so vermerken Sie ihren Claim als angewandt; wurde sie neu angelegt, so vermerken Sie das, indem Sie den Initial Claim zurücksetzen.',
  'Mend what is reported and run again; a provider’s document with thousands of members is a fault of its own.':
    'Beheben Sie, was gemeldet ist, und prüfen Sie erneut; ein Dokument des Providers mit Tausenden von Angaben ist schon für sich ein Fehler.',
  'Use <client id>/.default of the application that is called, or leave the scope out.':
    'Nutzen Sie <Client-ID>/.default der Anwendung, die aufgerufen wird, oder lassen Sie den Scope weg.',
  'Add Operate to the record, or use outbound mode.':
    'Fügen Sie der Verbindung Operate hinzu, oder nutzen Sie den Modus outbound.',
  'Set clientIdClaim to azp and preferUsernameClaim to true, or leave both out.':
    'Setzen Sie clientIdClaim auf azp und preferUsernameClaim auf true, oder lassen Sie beide weg.',
  'Choose the provider type Microsoft Entra ID and enter the tenant.':
    'Wählen Sie den Provider-Typ Microsoft Entra ID, und tragen Sie den Tenant ein.',
  'Use the issuer of your tenant.': 'Nutzen Sie den Issuer Ihres Tenants.',
  'Add the slash at the end of the issuer.':
    'Setzen Sie den Schrägstrich ans Ende des Issuers.',
  'Use a pre token generation trigger that sets aud, or another provider for machines.':
    'Nutzen Sie einen Pre-Token-Generation-Trigger, der aud setzt, oder für Maschinen einen anderen Provider.',
  'Make the issuer reachable from the containers, under its own name.':
    'Machen Sie den Issuer aus den Containern erreichbar, unter seinem eigenen Namen.',
  'Give each component its own host or path.':
    'Geben Sie jeder Komponente einen eigenen Host oder Pfad.',
  'Use a key of the Kubernetes Secret for each.':
    'Nutzen Sie für jede einen eigenen Schlüssel des Kubernetes-Secrets.',
  'Create a new secret and replace it where Camunda finds it.':
    'Erzeugen Sie ein neues Secret, und ersetzen Sie es dort, wo Camunda es findet.',
  'Use oid where you can.': 'Nutzen Sie oid, wo Sie können.',
  'Use oid; for the cluster’s user name also preferred_username.':
    'Nutzen Sie oid; für den Benutzernamen im Cluster auch preferred_username.',
  'Use the provider’s public https address, or ask the portal’s administrators to add it to camundaIdentity.http.':
    'Nutzen Sie die öffentliche https-Adresse des Providers, oder bitten Sie die Administration des Portals, sie in camundaIdentity.http aufzunehmen.',
  'Check the spelling. If the name is known only inside another network, this portal cannot check the provider.':
    'Prüfen Sie die Schreibweise. Ist der Name nur in einem anderen Netz bekannt, so kann dieses Portal den Provider nicht prüfen.',
  'Check the address, and that the provider runs and can be reached from this portal.':
    'Prüfen Sie die Adresse, und ob der Provider läuft und von diesem Portal erreicht werden kann.',
  'Check that the provider runs and is not overloaded.':
    'Prüfen Sie, ob der Provider läuft und nicht überlastet ist.',
  'Use the provider’s https address as issuer.':
    'Nutzen Sie die https-Adresse des Providers als Issuer.',
  'For a company’s own authority: add its certificate to camundaIdentity.http.caFiles and to the truststore of every Camunda component.':
    'Bei einer Zertifizierungsstelle des Unternehmens: Nehmen Sie ihr Zertifikat in camundaIdentity.http.caFiles auf und in den Truststore jeder Komponente von Camunda.',
  'Use the host name for which the certificate is, or install one for this host.':
    'Nutzen Sie den Hostnamen, für den das Zertifikat ist, oder installieren Sie eines für diesen Host.',
  'Renew the certificate at the provider.':
    'Erneuern Sie das Zertifikat beim Provider.',
  'Check that the port is one for https, and that the server offers TLS 1.2 or newer.':
    'Prüfen Sie, ob der Port einer für https ist, und ob der Server TLS 1.2 oder neuer anbietet.',
  'Configure the address to which the redirect leads.':
    'Konfigurieren Sie die Adresse, zu der die Weiterleitung führt.',
  'Check that the address is that of the provider and not of a login page or proxy in front of it.':
    'Prüfen Sie, ob die Adresse die des Providers ist und nicht die einer Anmeldeseite oder eines Proxys davor.',
  'Check that the address is that of an OpenID provider.':
    'Prüfen Sie, ob die Adresse die eines OpenID-Providers ist.',
  'Check that the port speaks https, and what stands in front of the provider.':
    'Prüfen Sie, ob der Port https spricht, und was vor dem Provider steht.',
  'Wait a few minutes and run again.':
    'Warten Sie einige Minuten, und prüfen Sie erneut.',
  'Run again in a moment.': 'Prüfen Sie gleich noch einmal.',
  'Synchronize both machines with a time service (NTP).':
    'Gleichen Sie die Uhren beider Rechner mit einem Zeitdienst (NTP) ab.',
  'Check the issuer: it is the value of "issuer" in the provider’s own discovery document.':
    'Prüfen Sie den Issuer: Er ist der Wert von "issuer" im eigenen Discovery-Dokument des Providers.',
  'Configure the issuer that is named.':
    'Konfigurieren Sie den Issuer, der genannt ist.',
  'Copy the issuer from the discovery document.':
    'Übernehmen Sie den Issuer aus dem Discovery-Dokument.',
  'Correct the document at the provider.':
    'Berichtigen Sie das Dokument beim Provider.',
  'Have the provider, or the proxy that rewrites its document, name them.':
    'Lassen Sie den Provider, oder den Proxy, der sein Dokument umschreibt, sie nennen.',
  'Check that this is an OpenID Connect issuer and not a plain OAuth server.':
    'Prüfen Sie, ob dies ein Issuer für OpenID Connect ist und nicht ein bloßer OAuth-Server.',
  'Correct the addresses at the provider.':
    'Berichtigen Sie die Adressen beim Provider.',
  'Make sure that these hosts belong to the provider.':
    'Vergewissern Sie sich, dass diese Hosts zum Provider gehören.',
  'Open the address in a browser; have whoever runs the provider, or the proxy in front of it, see to it.':
    'Öffnen Sie die Adresse in einem Browser; wer den Provider oder den Proxy davor betreibt, muss sich darum kümmern.',
  'Have whoever runs the provider, or the proxy in front of it, see to it.':
    'Wer den Provider oder den Proxy davor betreibt, muss sich darum kümmern.',
  'Enable the authorization code flow at the provider.':
    'Schalten Sie den Authorization-Code-Flow beim Provider ein.',
  'Enable the grant types at the provider, unless it has them without saying so.':
    'Schalten Sie die Grant Types beim Provider ein, falls er sie nicht hat, ohne es zu sagen.',
  'Enable these scopes at the provider, or enter the provider’s own scopes in the record.':
    'Schalten Sie diese Scopes beim Provider ein, oder tragen Sie die Scopes des Providers in die Verbindung ein.',
  'Enable PKCE with S256 at the provider.':
    'Schalten Sie PKCE mit S256 beim Provider ein.',
  'Allow the methods that are named for confidential clients at the provider, or use a certificate (private_key_jwt) where the component can.':
    'Erlauben Sie beim Provider die genannten Verfahren für vertrauliche Clients, oder nutzen Sie ein Zertifikat (private_key_jwt), wo die Komponente das kann.',
  'Choose RS256 as signing algorithm at the provider.':
    'Wählen Sie beim Provider RS256 als Signaturverfahren.',
  'Switch the requirement off at the provider for Camunda’s applications.':
    'Schalten Sie die Forderung beim Provider für die Anwendungen von Camunda ab.',
  'Have access tokens name the issuer.':
    'Lassen Sie Access-Tokens den Issuer nennen.',
  'Use another claim, such as email or preferred_username, or have the provider issue public subjects.':
    'Nutzen Sie einen anderen Claim, etwa email oder preferred_username, oder lassen Sie den Provider öffentliche Subjects ausgeben.',
  'Add the claim to access tokens at the provider, or choose another one before Camunda starts for the first time.':
    'Fügen Sie beim Provider den Claim den Access-Tokens hinzu, oder wählen Sie einen anderen, bevor Camunda zum ersten Mal startet.',
  'Leave them out of the record, or copy them from the document.':
    'Lassen Sie sie weg, oder übernehmen Sie sie aus dem Dokument.',
  'Use an address of the same provider and realm.':
    'Nutzen Sie eine Adresse desselben Providers und Realms.',
  'Check that the change was intended.':
    'Prüfen Sie, ob die Änderung beabsichtigt war.',
  'Enable RP-initiated logout at the provider. Without it, people stay signed in there.':
    'Schalten Sie RP-Initiated Logout beim Provider ein. Ohne das bleiben die Leute dort angemeldet.',
  'Register the address as a post-logout redirect URI of the application; at Entra it is one more redirect URI.':
    'Registrieren Sie die Adresse als Post-Logout-Redirect-URI der Anwendung; bei Entra ist sie eine weitere Redirect-URI.',
  'Check jwks_uri in the discovery document.':
    'Prüfen Sie jwks_uri im Discovery-Dokument.',
  'Add an RSA or EC signing key at the provider.':
    'Fügen Sie beim Provider einen RSA- oder EC-Schlüssel zum Signieren hinzu.',
  'Treat these keys as stolen: replace them at the provider, then publish public keys only.':
    'Behandeln Sie diese Schlüssel als gestohlen: Ersetzen Sie sie beim Provider, und veröffentlichen Sie dann nur öffentliche Schlüssel.',
  'Replace the key with one of at least 2048 bits.':
    'Ersetzen Sie den Schlüssel durch einen mit mindestens 2048 Bit.',
  'Give each key its own kid at the provider.':
    'Geben Sie beim Provider jedem Schlüssel eine eigene kid.',
  'Correct use or key_ops at the provider.':
    'Berichtigen Sie use oder key_ops beim Provider.',
  'Renew the signing certificate at the provider.':
    'Erneuern Sie das Signaturzertifikat beim Provider.',
  'Copy client ID and secret from the application at the provider. With Entra copy the secret’s value, not its ID.':
    'Übernehmen Sie Client-ID und Secret aus der Anwendung beim Provider. Bei Entra den Wert des Secrets, nicht seine ID.',
  'Enter the secret again; that binds it to the addresses of now.':
    'Geben Sie das Secret erneut ein; das bindet es an die jetzigen Adressen.',
  'Enter the secret again, or ask an administrator to put the old key back behind the new one.':
    'Geben Sie das Secret erneut ein, oder bitten Sie die Administration, den alten Schlüssel wieder hinter den neuen zu stellen.',
  'Enable the client-credentials grant (service account) for this application.':
    'Schalten Sie den Grant Type client_credentials (Service-Account) für diese Anwendung ein.',
  'Allow the method that the component uses for this application, or set the component’s client-authentication-method.':
    'Erlauben Sie für diese Anwendung das Verfahren, das die Komponente nutzt, oder setzen Sie client-authentication-method der Komponente.',
  'Choose JWT as form of access tokens, or ask for a token of an API of your own (audience), where the provider makes a difference.':
    'Wählen Sie JWT als Form der Access-Tokens, oder fordern Sie ein Token einer eigenen API (Audience) an, wo der Provider einen Unterschied macht.',
  'Check that the token endpoint and the key set belong to the same issuer.':
    'Prüfen Sie, ob Token-Endpunkt und Schlüsselsatz zum selben Issuer gehören.',
  'Configure the issuer that tokens name, or correct the provider’s.':
    'Konfigurieren Sie den Issuer, den Tokens nennen, oder berichtigen Sie den des Providers.',
  'Set api.requestedAccessTokenVersion to 2 in the application’s manifest.':
    'Setzen Sie api.requestedAccessTokenVersion im Manifest der Anwendung auf 2.',
  'Add the audience to this application’s tokens at the provider, or enter the audience that they have.':
    'Fügen Sie beim Provider die Audience den Tokens dieser Anwendung hinzu, oder tragen Sie die ein, die sie haben.',
  'Change the lifetime of access tokens at the provider; check its clock where a token has expired already.':
    'Ändern Sie die Gültigkeitsdauer der Access-Tokens beim Provider; prüfen Sie seine Uhr, wenn ein Token schon abgelaufen ist.',
  'Add the claim at the provider, or set clientIdClaim.':
    'Fügen Sie beim Provider den Claim hinzu, oder setzen Sie clientIdClaim.',
  'Have the application authenticate itself (confidential, with a secret); look for a proxy or a development mode that accepts everything.':
    'Die Anwendung muss sich ausweisen (vertraulich, mit einem Secret); suchen Sie nach einem Proxy oder einem Entwicklungsmodus, der alles annimmt.',
  'Look for a development mode that accepts everything, or for another server than the one that is meant.':
    'Suchen Sie nach einem Entwicklungsmodus, der alles annimmt, oder nach einem anderen Server als dem gemeinten.',
  'Register exactly this redirect URI at the provider: case, slash and https count.':
    'Registrieren Sie genau diese Redirect-URI beim Provider: Groß- und Kleinschreibung, Schrägstrich und https zählen.',
  'Register exact redirect URIs instead of patterns with an asterisk at the provider.':
    'Registrieren Sie beim Provider genaue Redirect-URIs statt Mustern mit Stern.',
  'Enable the authorization code flow (standard flow) and the scopes for this application.':
    'Schalten Sie für diese Anwendung den Authorization-Code-Flow (Standard Flow) und die Scopes ein.',
  'Have the provider, or a proxy that rewrites its redirects, return state unchanged.':
    'Der Provider, oder ein Proxy, der seine Weiterleitungen umschreibt, muss state unverändert zurückgeben.',
  'Check that authorization endpoint and issuer belong together.':
    'Prüfen Sie, ob Authorization-Endpunkt und Issuer zusammengehören.',
  'Have the provider redirect to the address of the request; look for a single address that is set there for all applications.':
    'Der Provider muss zur Adresse der Anfrage weiterleiten; suchen Sie nach einer einzigen Adresse, die dort für alle Anwendungen gesetzt ist.',
  'Look for a development mode, or for a rule that signs people in by their address.':
    'Suchen Sie nach einem Entwicklungsmodus, oder nach einer Regel, die Leute nach ihrer Adresse anmeldet.',
  'Enter its secret for a check, or store one, and name its address.':
    'Geben Sie ihr Secret für eine Prüfung ein, oder speichern Sie eines, und nennen Sie ihre Adresse.',
  'Set the authentication method, profile and provider of the component.':
    'Setzen Sie Authentisierung, Profil und Provider der Komponente.',
  'Configure the issuer of the record in the component, or correct the record.':
    'Konfigurieren Sie in der Komponente den Issuer der Verbindung, oder berichtigen Sie die Verbindung.',
  'Correct the client ID in the component or in the record.':
    'Berichtigen Sie die Client-ID in der Komponente oder in der Verbindung.',
  'Correct the redirect URL of the component.':
    'Berichtigen Sie die Redirect-URL der Komponente.',
  'Correct the scopes of the component.':
    'Berichtigen Sie die Scopes der Komponente.',
  'Do not require PKCE for this application, or move to a version that sends it.':
    'Verlangen Sie für diese Anwendung kein PKCE, oder wechseln Sie zu einer Version, die es sendet.',
  'Register the pair that the component sends, or correct the component.':
    'Registrieren Sie das Paar, das die Komponente sendet, oder berichtigen Sie die Komponente.',
  'Set server.forward-headers-strategy, and have the proxy send X-Forwarded-Proto and X-Forwarded-Host.':
    'Setzen Sie server.forward-headers-strategy, und lassen Sie den Proxy X-Forwarded-Proto und X-Forwarded-Host senden.',
  'Switch the protection of the API on.':
    'Schalten Sie den Schutz der API ein.',
  'Configure the issuer of the record in the component, slash and all.':
    'Konfigurieren Sie in der Komponente den Issuer der Verbindung, samt Schrägstrich.',
  'Compare issuer and audiences of cluster and token.':
    'Vergleichen Sie Issuer und Audiences von Cluster und Token.',
  'Assign the person to the application, and grant the consent that it needs.':
    'Weisen Sie die Person der Anwendung zu, und erteilen Sie die nötige Zustimmung.',
  'Have the authorization endpoint and the issuer be those of the same provider; look at proxies that rewrite one of them.':
    'Authorization-Endpunkt und Issuer müssen zum selben Provider gehören; sehen Sie nach Proxys, die einen davon umschreiben.',
  'Enable the authorization-code grant for this application and look at the log of the provider’s token endpoint.':
    'Schalten Sie den Grant Type authorization_code für diese Anwendung ein, und sehen Sie ins Log des Token-Endpunkts.',
  'Compare the issuer of record and provider, their clocks, and the key set.':
    'Vergleichen Sie den Issuer von Verbindung und Provider, ihre Uhren und den Schlüsselsatz.',
  'Have the provider sign ID tokens of this application with RS256.':
    'Lassen Sie den Provider ID-Tokens dieser Anwendung mit RS256 signieren.',
  'Add the audience of the other component to the tokens of this application, or have the modeler ask for tokens of its own (CLIENT_CREDENTIALS).':
    'Fügen Sie den Tokens dieser Anwendung die Audience der anderen Komponente hinzu, oder lassen Sie den Modeler eigene Tokens anfordern (CLIENT_CREDENTIALS).',
  'Add the claim to the access token of this application, or name one that is there.':
    'Fügen Sie dem Access-Token dieser Anwendung den Claim hinzu, oder nennen Sie einen, der darin ist.',
  'Add the claims to the access token of this application, and grant the scopes profile and email.':
    'Fügen Sie dem Access-Token dieser Anwendung die Claims hinzu, und erlauben Sie die Scopes profile und email.',
  'Add the groups claim to the tokens of this application; with Entra emit only groups that are assigned to it.':
    'Fügen Sie den Tokens dieser Anwendung den Claim der Gruppen hinzu; geben Sie bei Entra nur Gruppen aus, die ihr zugewiesen sind.',
  'Add the claim to the access token of this application, or choose one that is there before Camunda starts for the first time.':
    'Fügen Sie dem Access-Token dieser Anwendung den Claim hinzu, oder wählen Sie einen, der darin ist, bevor Camunda zum ersten Mal startet.',
  'Enable the refresh-token grant and the scope offline_access for this application. A provider that goes by the letter wants prompt=consent for that, which Camunda does not send: switch it off there.':
    'Schalten Sie für diese Anwendung den Grant Type refresh_token und den Scope offline_access ein. Ein Provider, der es genau nimmt, verlangt dafür prompt=consent, was Camunda nicht sendet: Schalten Sie das dort ab.',
  'Set camunda.security.authentication.oidc.user-info-enabled to false where the token is made for another audience.':
    'Setzen Sie camunda.security.authentication.oidc.user-info-enabled auf false, wo das Token für eine andere Audience gemacht ist.',
  'Run the checks, so that it is discovered, or enter it in the record.':
    'Prüfen Sie die Verbindung, damit er gefunden wird, oder tragen Sie ihn ein.',
  'Create a Secret with this name and key, or enter the reference in the record.':
    'Legen Sie ein Secret mit diesem Namen und Schlüssel an, oder tragen Sie in der Verbindung ein, wo es steht.',
  'Enter adminUsers in the record to name them.':
    'Tragen Sie in der Verbindung adminUsers ein, um sie zu nennen.',
  'Add it to the record if the team runs it.':
    'Fügen Sie sie der Verbindung hinzu, wenn das Team sie betreibt.',
  'Create the application, and enter its client ID in the record.':
    'Legen Sie die Anwendung an, und tragen Sie ihre Client-ID ein.',
  'Give all components the same audience in the record, or one authorization server, that is issuer, to each component that has an issuer setting.':
    'Geben Sie allen Komponenten dieselbe Audience, oder einen Authorization-Server, also Issuer, jeder Komponente, die eine Einstellung für den Issuer hat.',
  'Enter it in the record.': 'Tragen Sie ihn in die Verbindung ein.',
  'Create a new secret at the provider, keep it in a Kubernetes Secret, and refer to that.':
    'Erzeugen Sie beim Provider ein neues Secret, bewahren Sie es in einem Kubernetes-Secret auf, und verweisen Sie darauf.',
  'Check its spelling and its place.': 'Prüfen Sie Schreibweise und Stelle.',
  'Put double quotes inside the value, as the written configuration does.':
    'Setzen Sie doppelte Anführungszeichen in den Wert, wie es die geschriebene Konfiguration tut.',
  'Decide which one is right.': 'Entscheiden Sie, welcher richtig ist.',
  'Enter the value, or take the key out.':
    'Setzen Sie den Wert ein, oder nehmen Sie den Schlüssel heraus.',
  'Mend what is listed and compare again.':
    'Beheben Sie, was aufgeführt ist, und vergleichen Sie erneut.',
  'Add the line, unless another file of the installation has it.':
    'Fügen Sie die Zeile hinzu, falls nicht eine andere Datei der Installation sie hat.',
  'Write the base URL.': 'Schreiben Sie die Basis-URL.',
  'Enter it in the record under machineClients, so that it is checked.':
    'Tragen Sie sie in der Verbindung unter machineClients ein, damit sie geprüft wird.',
  'Write the form env for it.': 'Schreiben Sie für sie die Form env.',
  'Use a value without a dollar sign before a bracket.':
    'Nutzen Sie einen Wert ohne Dollarzeichen vor einer Klammer.',
  'Give those files as well, or look there for what is missing here.':
    'Geben Sie auch diese Dateien an, oder suchen Sie dort, was hier fehlt.',
  'Set GENERIC, or MICROSOFT for Entra.':
    'Setzen Sie GENERIC, oder für Entra MICROSOFT.',
  'Change it in Identity’s database, or give the person a role by a mapping rule (IDENTITY_MAPPINGRULES_*, or Identity’s own page).':
    'Ändern Sie ihn in der Datenbank von Identity, oder geben Sie der Person eine Rolle durch eine Mapping-Regel (IDENTITY_MAPPINGRULES_* oder die Seite von Identity selbst).',
};
